import { Fragment } from 'react';

/** A sentence with code and formulas between backticks, which are isolated as left-to-right text. */
export function CodedText({ children }: { readonly children: string }) {
  return children.split('`').map((part, i) =>
    i % 2 === 0 ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts have no other name
      <Fragment key={i}>{part}</Fragment>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- parts have no other name
      <bdi key={i} dir="ltr" lang="en">
        <code>{part}</code>
      </bdi>
    ),
  );
}
