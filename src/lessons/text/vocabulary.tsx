/** The components for the tags of tags.ts; a lesson's text may contain no others. */
import type { ComponentType } from 'react';
import { Aside, H1, Headline, InlineCode, Lane, Mark, OnScreen } from './tagsOfText.tsx';
import { After, Ask, Option, Prediction } from './tagsOfQuestions.tsx';
import { Notes, Question, Step } from './tagsOfPlaces.tsx';
import { Code } from './Code.tsx';
import { Num } from './Num.tsx';
import { Tex } from './Tex.tsx';
import { later } from '../../ui/later.tsx';
import type { TagName } from '../tags.ts';

// No chapter begins with it.
const ThreeQuestions = later(async () => (await import('./ThreeQuestions.tsx')).ThreeQuestions);

export const VOCABULARY = {
  Step,
  Ask,
  Option,
  After,
  Headline,
  Question,
  Num,
  Lane,
  Mark,
  Aside,
  OnScreen,
  Notes,
  ThreeQuestions,
  Code,
} as const satisfies Record<TagName, unknown>;

/** The components passed to MDX: the tags, the grouping elements added by the compiler, and Markdown's elements. */
export const COMPONENTS: Readonly<Record<string, ComponentType<never>>> = {
  ...VOCABULARY,
  Prediction,
  Tex,
  h1: H1,
  code: InlineCode,
};
