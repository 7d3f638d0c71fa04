/** Takes a grid package's source, gives it with its fields as plain assignments. */
declare function plainFields(source: string): string;
declare namespace plainFields {
  const GRID_PACKAGES: RegExp;
}
export = plainFields;
