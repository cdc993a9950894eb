const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Any text for an SVG, between tags or in quotes. */
export function svgText(text: string): string {
  // Control characters are no XML at all, escaped or not.
  const printable = Array.from(text, (character) => (character < ' ' ? ' ' : character)).join('');
  return printable.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
