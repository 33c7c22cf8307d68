/** Sources of the targets. Titles are not translated. */
export interface Source {
  /** Such as `Glorot and Bengio 2010`. */
  readonly name: string;
  readonly title: string;
  /** Link to the source, opened only when the reader follows it. */
  readonly url: string | null;
}

export const SOURCES = {
  dellinger2019: {
    name: 'Dellinger 2019',
    title: 'Weight Initialization in Neural Networks: A Journey From the Basics to Kaiming',
    url: 'https://towardsdatascience.com/weight-initialization-in-neural-networks-a-journey-from-the-basics-to-kaiming-954fb9b47c79',
  },
  cs231n2017: {
    name: 'CS231n 2017',
    title: 'Convolutional Neural Networks for Visual Recognition, lecture 6',
    url: 'https://cs231n.stanford.edu/slides/2017/cs231n_2017_lecture6.pdf',
  },
  glorot2010: {
    name: 'Glorot and Bengio 2010',
    title: 'Understanding the difficulty of training deep feedforward neural networks',
    url: 'https://proceedings.mlr.press/v9/glorot10a.html',
  },
  he2015: {
    name: 'He et al. 2015',
    title: 'Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet',
    url: 'https://arxiv.org/abs/1502.01852',
  },
  poole2016: {
    name: 'Poole et al. 2016',
    title: 'Exponential expressivity in deep neural networks through transient chaos',
    url: 'https://arxiv.org/abs/1606.05340',
  },
  schoenholz2017: {
    name: 'Schoenholz et al. 2017',
    title: 'Deep Information Propagation',
    url: 'https://arxiv.org/abs/1611.01232',
  },
  pennington2017: {
    name: 'Pennington et al. 2017',
    title: 'Resurrecting the sigmoid in deep learning through dynamical isometry',
    url: 'https://arxiv.org/abs/1711.04735',
  },
  yang2019: {
    name: 'Yang et al. 2019',
    title: 'A Mean Field Theory of Batch Normalization',
    url: 'https://arxiv.org/abs/1902.08129',
  },
  gpt2: {
    name: 'Radford et al. 2019',
    title: 'Language Models are Unsupervised Multitask Learners',
    url: 'https://cdn.openai.com/better-language-models/language_models_are_unsupervised_multitask_learners.pdf',
  },
  fixup2019: {
    name: 'Zhang et al. 2019',
    title: 'Fixup Initialization: Residual Learning Without Normalization',
    url: 'https://arxiv.org/abs/1901.09321',
  },
  lu2020: {
    name: 'Lu et al. 2020',
    title: 'Dying ReLU and Initialization: Theory and Numerical Examples',
    url: 'https://arxiv.org/abs/1903.06733',
  },
  keras: {
    name: 'Keras, JAX',
    title: 'Source of the truncated initializers',
    url: 'https://github.com/keras-team/keras/blob/master/keras/src/initializers/random_initializers.py',
  },
  pytorch: {
    name: 'PyTorch',
    title: 'Source of torch.nn.init',
    url: 'https://github.com/pytorch/pytorch/issues/23854',
  },
  exact: { name: 'Formula', title: 'A closed form', url: null },
  own: {
    name: 'Init Lab',
    title: 'Our own measurement: a small analogue of a printed experiment',
    url: null,
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
