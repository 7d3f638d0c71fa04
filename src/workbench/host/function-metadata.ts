/** functions.json, as far as the workbench reads it. */
export interface FunctionsFile {
  functions: FunctionMetadata[];
  /** Errors reach the functions in parameters of any type. */
  allowErrorForDataTypeAny?: boolean;
}

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
}
