import { Fragment, memo } from 'react';
import { raisedDigits } from '../i18n/raisedDigits.ts';
import styles from './Formula.module.css';

/** Applied in this order: names in braces first, so that a subscript does not take the braces of another command. */
const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/\\[,;!\s]|\\quad/g, ' '],
  [/\\text\s*\{([^{}]*)\}/g, '$1'],
  [/\\(?:mathrm|operatorname)\s*\{([^{}]*)\}/g, '{$1}'],
  [/\\mathcal\s*/g, ''],
  [/_\{in\}/g, 'ᵢₙ'],
  [/_\{out\}/g, 'ₒᵤₜ'],
  [/_\{i[ij]\}/g, ''],
  [/_\{(\w+)\}|_(\w)/g, '$1$2'],
  [/\{(Var|E)\}/g, '$1'],
  [/\^\\top/g, 'ᵀ'],
  [/\\cdot/g, '·'],
  [/\\times/g, '×'],
  [/\\sim/g, '~'],
  [/\\le(?![a-z])/g, '≤'],
  [/\\pm/g, '±'],
  [/\\infty/g, '∞'],
  [/\\sigma/g, 'σ'],
  [/\\mu/g, 'μ'],
  [/\\alpha/g, 'α'],
  [/\\delta/g, 'δ'],
  [/\\[lr]ceil/g, ''],
  [/\\left|\\right/g, ''],
];

const grouped = (part: string): string => (/[+\u2212/ ]/.test(part.trim()) ? `(${part})` : part);

/** Converts the few TeX commands in the engine's tables to one line of text: `σ = √(2 / (256 + 256)) = 0.0625`. */
export function texToText(tex: string): string {
  let text = tex;
  for (const [pattern, plain] of SYMBOLS) text = text.replaceAll(pattern, plain);
  text = text.replaceAll(/\^\{?(-?\d+)\}?/g, (_, digits: string) => raisedDigits(digits));
  // From the innermost command outwards, until none is left.
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replace(/\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/, (_, top: string, below: string) => {
        return `${grouped(top)} / ${grouped(below)}`;
      })
      .replace(/\\sqrt\s*\{([^{}]*)\}/, (_, inside: string) => {
        return /^[\w.ᵢₙₒᵤₜ]+$/.test(inside) ? `√${inside}` : `√(${inside})`;
      });
  }
  return text.replaceAll(/\s+/g, ' ').replaceAll(/ ,/g, ',').trim();
}

/** Splits before every equals sign but the first: `σ = √(2 / 256)` and `= 0.08839`. */
function pieces(text: string): readonly string[] {
  const [left = '', right, ...more] = text.split(' = ');
  return right === undefined ? [left] : [`${left} = ${right}`, ...more.map((each) => `= ${each}`)];
}

/** A formula, always left to right. */
export const Formula = memo(function Formula({ tex }: { readonly tex: string }) {
  return (
    <bdi dir="ltr" lang="en" className={styles['formula']}>
      {pieces(texToText(tex)).map((piece, i) => (
        // Known by its place: while a slider moves, its text changes and nothing is laid out anew.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={i}>
          {i > 0 && ' '}
          <span className={styles['piece']}>{piece}</span>
        </Fragment>
      ))}
    </bdi>
  );
});
