/** A formula as the compiler leaves it: see scripts/rehypeTex.ts. */

/** Classes alone, or everything by React's names. */
export type TexAttributes =
  string | { readonly [name: string]: string | Readonly<Record<string, string>> };

/** Text, or a mark: its tag (`''` for a span), its attributes, what is in it. */
export type TexNode = string | readonly [string, TexAttributes, ...TexNode[]];
