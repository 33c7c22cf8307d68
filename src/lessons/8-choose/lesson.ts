import { lab, NO_PREDICTION } from '../schema.ts';
import type { Chapter } from '../schema.ts';
import { QUESTIONS } from './questions.ts';

const ALL =
  'depth=20&width=256&lane=xavier_normal;act=tanh&lane=he_normal;act=relu&lane=lecun_normal;act=selu';

export const lesson: Chapter = {
  id: 'choose',
  steps: [
    {
      id: 'table',
      stage: lab('depth=20&width=128&batch=64&lane=zeros;act=linear', [{ id: 'decisions' }]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'why-these',
      stage: lab(ALL, [
        { id: 'spread', direction: 'forward' },
        { id: 'spread', direction: 'backward' },
      ]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'quiz',
      stage: lab('lane=he_normal&depth=1&width=16', []),
      prediction: NO_PREDICTION,
      questions: QUESTIONS,
    },
    {
      id: 'beyond',
      stage: lab('depth=50&act=linear&width=128&lane=xavier_normal&lane=orthogonal&lane=lsuv', [
        { id: 'spread', direction: 'forward' },
        { id: 'spread', direction: 'backward' },
      ]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'predictions',
      stage: lab('lane=he_normal&depth=1&width=16', [{ id: 'recap' }]),
      prediction: NO_PREDICTION,
    },
  ],
};
