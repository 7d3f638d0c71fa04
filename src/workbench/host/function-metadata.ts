/** functions.json, as far as the workbench reads it. */
export interface FunctionsFile {
  functions: FunctionMetadata[];
  /** Errors reach the functions in parameters of any type. */
  allowErrorForDataTypeAny?: boolean;
}

/** Its functions, each parameter with whether it takes errors. */
export const functionsOf = ({ functions, allowErrorForDataTypeAny }: FunctionsFile): FunctionMetadata[] =>
  functions.map((metadata) => ({
    ...metadata,
    parameters: metadata.parameters.map((parameter) => ({
      ...parameter,
      takesErrors: allowErrorForDataTypeAny === true && parameter.type === 'any',
    })),
  }));

export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  parameters: ParameterMetadata[];
  options?: { stream?: boolean; cancelable?: boolean };
}

export interface ParameterMetadata {
  name: string;
  description?: string;
  type?: string;
  dimensionality?: 'scalar' | 'matrix';
  optional?: boolean;
  repeating?: boolean;
  /** An error reaches the function; else Excel shows it without a call. */
  takesErrors?: boolean;
}
