import { use } from 'react';
import { loadText } from '../../lessons/index.ts';
import { COMPONENTS } from '../../lessons/text/vocabulary.tsx';

interface LessonTextProps {
  readonly chapter: string;
  readonly language: string;
}

/** The chapter's text; only its open step is rendered. */
export function LessonText({ chapter, language }: LessonTextProps) {
  const { default: Text } = use(loadText(chapter, language));
  return <Text components={COMPONENTS} />;
}
