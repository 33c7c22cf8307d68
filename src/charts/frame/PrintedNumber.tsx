import type { NumberText } from '../../i18n/format.ts';

/** Inside an SVG `<text>`; the exponent is raised, and lowered again for what follows. */
export function SvgNumber({ text }: { readonly text: NumberText }) {
  if (text.exponent === null) return text.base;
  return (
    <>
      {text.base}
      <tspan dy="-0.5em" fontSize="78%">
        {text.exponent}
      </tspan>
      {/* A zero-width space carries the baseline back down. */}
      <tspan dy="0.39em">{'\u200B'}</tspan>
    </>
  );
}

export function HtmlNumber({ text }: { readonly text: NumberText }) {
  return (
    <bdi dir="ltr">
      {text.base}
      {text.exponent !== null && <sup>{text.exponent}</sup>}
    </bdi>
  );
}
