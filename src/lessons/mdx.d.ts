declare module '*.mdx' {
  import type { ComponentType, ReactElement } from 'react';
  import type { Outline } from './tags.ts';

  export const outline: Outline;
  export default function Content(props: {
    readonly components: Readonly<Record<string, ComponentType<never>>>;
  }): ReactElement;
}
