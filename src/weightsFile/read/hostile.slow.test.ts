import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileBytes, fileNames } from '../../../tests/weightsFile/files.ts';
import { fateOf, mutate } from '../../../tests/weightsFile/mutate.ts';

const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);

function safetensors(header: string, data = 0): Uint8Array<ArrayBuffer> {
  const body = text(header);
  const bytes = new Uint8Array(8 + body.length + data);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(body.length), true);
  bytes.set(body, 8);
  return bytes;
}

/** A zip of one deflated member that says it inflates to `size` bytes. */
function zip(name: string, content: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(content);
  const title = text(name);
  const local = new DataView(new ArrayBuffer(30));
  local.setUint32(0, 0x04034b50, true);
  local.setUint16(8, 8, true);
  local.setUint16(26, title.length, true);
  const entry = new DataView(new ArrayBuffer(46));
  entry.setUint32(0, 0x02014b50, true);
  entry.setUint16(10, 8, true);
  entry.setUint32(20, packed.length, true);
  entry.setUint32(24, size, true);
  entry.setUint16(28, title.length, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + title.length, true);
  end.setUint32(16, 30 + title.length + packed.length, true);
  const parts = [local.buffer, title, packed, entry.buffer, title, end.buffer];
  const all = parts.map((part) => new Uint8Array(part));
  const out = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function npy(shape: string, descr = '<f4'): Uint8Array<ArrayBuffer> {
  const header =
    `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }`.padEnd(117) + '\n';
  const bytes = new Uint8Array(10 + header.length);
  bytes.set([0x93, ...text('NUMPY'), 1, 0, header.length & 255, header.length >> 8]);
  bytes.set(text(header), 10);
  return bytes;
}

const refused = (failure: string) => ({ kind: 'refused', failure });
const f32 = (shape: string, offsets: string) =>
  `{"w":{"dtype":"F32","shape":${shape},"data_offsets":${offsets}}}`;

describe('files that lie', () => {
  const CASES: readonly (readonly [string, Uint8Array<ArrayBuffer>, string])[] = [
    ['an empty file', new Uint8Array(0), 'truncated'],
    ['a web page under another name', text('<!DOCTYPE html><html></html>'), 'web-page'],
    ['a text', text('these are no weights at all'), 'unknown-format'],
    ['a pickle that calls something', fileBytes('evil.pt'), 'unsafe-pickle'],
    ['a whole pickled module', fileBytes('whole.pt'), 'unsafe-pickle'],
    ['a bare pickle', new Uint8Array([0x80, 2, 0x7d, 0x2e]), 'unsupported'],
    ['a header longer than the file', safetensors('{}').fill(255, 0, 4), 'truncated'],
    ['a header that is no JSON', safetensors('{"w":'), 'damaged'],
    ['offsets outside the file', safetensors(f32('[4]', '[1000000,1000016]')), 'truncated'],
    ['offsets that are negative', safetensors(f32('[4]', '[-16,0]'), 64), 'damaged'],
    ['a shape of another size', safetensors(f32('[5]', '[0,16]'), 16), 'damaged'],
    ['a shape that overflows', safetensors(f32('[4294967296,4294967296]', '[0,0]')), 'damaged'],
    ['a shape with fractions', safetensors(f32('[0.5,8]', '[0,16]'), 16), 'damaged'],
    ['a tensor without its numbers', npy('(1000, 1000)'), 'truncated'],
    ['an array larger than any file', npy('(99999999999, 99999999999)'), 'damaged'],
    ['a zip without its directory', fileBytes('arrays.npz').slice(0, 2000), 'truncated'],
    ['a zip that inflates too far', zip('w.npy', new Uint8Array(9), 2 ** 31), 'bomb'],
    [
      'a member that inflates to more than it says',
      zip('w.npy', new Uint8Array(5_000_000), 100),
      'damaged',
    ],
    [
      'a million tensors',
      safetensors(
        `{${Array.from({ length: 1_000_000 }, (_, i) => `"${i}":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}`).join(',')}}`,
      ),
      'too-many-tensors',
    ],
  ];
  it.each(CASES)('%s', async (_, bytes, failure) => {
    expect(await fateOf(bytes)).toEqual(refused(failure));
  });

  it('an array of texts holds no tensor', async () => {
    expect(await fateOf(npy('(0,)', '<U7'))).toEqual(refused('no-tensors'));
  });

  it('a name with markup stays a name', async () => {
    const bytes = safetensors(
      '{"<img src=x onerror=alert(1)>":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}',
      16,
    );
    expect(await fateOf(bytes)).toEqual({ kind: 'read', tensors: 1 });
  });
});

describe('damaged files', () => {
  it.each(fileNames)('%s, cut off anywhere, is refused or read', async (name) => {
    const bytes = fileBytes(name);
    for (let end = 0; end < bytes.length; end += 1 + Math.floor(bytes.length / 40)) {
      expect((await fateOf(bytes.slice(0, end))).kind).not.toBe('crashed');
    }
  });

  it.each(fileNames)('%s, changed at random, is refused or read', async (name) => {
    const bytes = fileBytes(name);
    for (let seed = 0; seed < 40; seed += 1) {
      const fate = await fateOf(mutate(bytes, seed));
      if (fate.kind === 'crashed') throw fate.problem;
    }
  });
});
