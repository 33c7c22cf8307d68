import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { en } from '../../i18n/page/en.ts';
import { createFormat } from '../../i18n/format.ts';
import { DirectionsChart } from './DirectionsChart.tsx';

const labelsOf = (depth: number): readonly string[] => {
  const drawn = renderToStaticMarkup(
    <DirectionsChart
      layers={[]}
      domain={{ lo: -2, hi: 1 }}
      tone={1}
      depth={depth}
      xTitle=""
      yTitle=""
      label=""
      size={{ width: 400, rem: 16 }}
      format={createFormat('en', 'native', en.numbers)}
      words={{ largest: '', median: '', smallest: '', lost: String }}
    />,
  );
  const [, axis = ''] = /data-axis="x">(.*?)<\/g>/.exec(drawn) ?? [];
  return [...axis.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = '']) => text);
};

test.each([
  [1, ['1']],
  [2, ['1', '2']],
  [20, ['1', '10', '20']],
])('the first, the middle and the last of %d layers are labelled, each once', (depth, labels) => {
  expect(labelsOf(depth)).toEqual(labels);
});
