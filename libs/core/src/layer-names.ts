/** Whether a layer's or tensor's name is one of these or begins with one of these and a slash. */
export function isUnder(name: string, layers: readonly string[]): boolean {
  return layers.some((layer) => name === layer || name.startsWith(`${layer}/`));
}
