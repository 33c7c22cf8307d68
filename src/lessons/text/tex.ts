/** A formula as compiled by scripts/rehypeTex.ts. */

/** Only the classes, or all attributes by their React names. */
export type TexAttributes =
  string | { readonly [name: string]: string | Readonly<Record<string, string>> };

/** Text, or an element: its tag (`''` for a span), its attributes, its children. */
export type TexNode = string | readonly [string, TexAttributes, ...TexNode[]];
