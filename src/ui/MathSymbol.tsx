import { Fragment } from 'react';

/** A symbol, always left to right; `^` makes a superscript, `_` a subscript. */
export function MathSymbol({ text }: { readonly text: string }) {
  return (
    <bdi dir="ltr" lang="en">
      {text.split(/(?=[\^_])/).map((part) => (
        <Fragment key={part}>
          {part.startsWith('^') ? (
            <sup>{part.slice(1)}</sup>
          ) : part.startsWith('_') ? (
            <sub>{part.slice(1)}</sub>
          ) : (
            part
          )}
        </Fragment>
      ))}
    </bdi>
  );
}
