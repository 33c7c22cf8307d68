import { Fragment } from 'react';

/** A sentence whose code and formulas stand between backticks, each kept in its own direction. */
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
