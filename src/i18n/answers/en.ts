/** The English words of the questions page; fa.ts has the same keys. Code and formulas are between backticks. */
import type { AnswerWords } from './answerWords.ts';

export const answersEn: AnswerWords = {
  title: 'Questions people ask',
  lead: 'What students and practitioners ask about initialization again and again, and the myths among it: a short answer each, with two lanes that run beside it.',
  search: 'Search the questions',
  none: 'No question with these words. Try fewer.',
  found: (count) => `${count} questions`,
  all: 'All subjects',
  subject: 'Subject',
  back: 'All questions',
  myth: 'Myth',
  experiment: 'The experiment',
  openLab: 'Open in the lab',
  openRace: 'Open as a race',
  openWeights: 'Open a file of weights',
  openPapers: 'See it computed among the papers’ numbers',
  cannot: 'This program cannot show it.',
  source: 'Source:',
  next: 'Next question',
  unknown: (slug) => `There is no question “${slug}”. All of them are below.`,
  subjects: {
    symmetry: 'Zero and symmetry',
    distribution: 'Which distribution',
    rules: 'Rules, fans, gains',
    frameworks: 'Frameworks and seeds',
    loss: 'Biases and the first loss',
    depth: 'Residuals, normalization, width',
    training: 'When training fails',
    checking: 'Looking and checking',
  },
  entries: {
    'why-not-zero': {
      ask: 'Why random weights, and not zero?',
      answer:
        'From zero all units of a layer compute the same and get the same gradient, so they stay one unit for ever. With tanh or ReLU and zero biases it is worse: nothing comes forward, no gradient comes back, and the loss stays at `ln 2`. Random weights make the units different from the start; training alone never does.',
    },
    'why-not-a-constant': {
      ask: 'Why not the same constant everywhere?',
      answer:
        'With 0.5 in every weight gradients do flow and weights do move, but all units of a layer move in lock step: to the last bit they stay equal. A layer of eight such units can do what one unit can. Symmetry is the problem, not the value 0.',
    },
    'logistic-regression-from-zero': {
      ask: 'May logistic, linear or softmax regression start at zero?',
      answer:
        'Yes. Without a hidden layer there are no twins: every weight belongs to another input and class, so their gradients differ from the first step. The loss is convex: there are no bad local minima, the start decides mostly how long the way is, and zero is as good as any.',
    },
    'when-is-zero-right': {
      ask: 'When is a zero right?',
      answer:
        'Where something else already breaks the symmetry and carries the signal: LoRA’s `B` beside a random `A`, the last γ of a residual branch, the output layer over different features, biases. The branch begins as “nothing added” and gets a useful gradient at once. Here: tanh branches from zero learn beside the path that carries the input, and do not without it.',
    },
    'both-factors-zero': {
      ask: 'Both factors of a product zero: stuck for ever?',
      answer:
        'Yes. In `W₂W₁x` the gradient of each factor is multiplied by the other: with both at zero both gradients are exactly zero, and no learning rate helps. One zero factor is fine, as in LoRA; two are a dead point.',
    },
    'zero-with-relu': {
      ask: 'Zero weights, ReLU, no biases: is there any gradient?',
      answer:
        'None, in any weight. Every pre-activation is 0, `ReLU(0) = 0` and the slope taken there is 0 as well, so forward and back are multiplied by zero. If there are biases, only the output’s can move, to the frequencies of the classes.',
    },
    'zero-never-works': {
      ask: '“Zero never works.”',
      answer:
        'A plain deep net with nothing but zeros is stuck. In softmax regression zero learns, and no later than small random weights; on biases, on an output layer, on the last factor of a residual branch it is the usual choice. The question is always what makes two units different.',
    },
    'uniform-or-normal': {
      ask: 'Uniform or normal?',
      answer:
        'With equal variance it makes no difference that training would notice: a unit sums hundreds of products, and their sum is a bell either way (central limit). What counts is the variance: a uniform draw on ±a has `a²/3`, so ±0.1 and N(0, 0.1²) are not the same start.',
    },
    'why-gaussian': {
      ask: 'Why a Gaussian, and not a Cauchy or another shape?',
      answer:
        'Any shape with mean 0 and a finite variance does; after one layer the pre-activations are a bell, whatever was drawn. A Cauchy has no variance: a few giant weights rule each sum, and no factor `1/√n` tames it. This program draws none with heavy tails; it shows that uniform and normal agree.',
    },
    'why-truncated': {
      ask: 'Why truncated?',
      answer:
        'To have no weight beyond two standard deviations, which might saturate a unit from the start. It costs spread: a normal cut at ±2σ has `0.8796 σ`, so Keras and JAX divide by that number to keep the variance of the rule. In wide layers you will not see the difference otherwise.',
    },
    'rand-or-randn': {
      ask: '`rand` or `randn`?',
      answer:
        '`rand` draws from 0 to 1: mean ½, so all weights are positive, and units react nearly alike. `randn` has mean 0 and spread 1, far too large unscaled. Neither is a start by itself: centre `rand` (`2·rand − 1`), and scale either by the fans.',
    },
    'randn-beats-rand': {
      ask: '“`randn` beats `rand`.”',
      answer:
        'Compared as they are written, they differ in mean and in variance, and that is what people measure. Centred and with the same variance they are alike: twenty layers keep signal and gradient equally with Xavier uniform and Xavier normal.',
    },
    'why-orthogonal': {
      ask: 'Why orthogonal in reinforcement learning, and 0.01 on the head?',
      answer:
        'A square orthogonal matrix keeps every length exactly, not only on average, so depth costs nothing while layers are linear; small, narrow nets profit most. The head’s 0.01 is another matter: it makes the first policy nearly uniform (or centred on 0), so that the agent explores before it believes anything.',
    },
    'xavier-or-he': {
      ask: 'Xavier or He: when which?',
      answer:
        'It depends on what the activation leaves of the mean square. tanh is nearly linear at 0 and leaves it: Xavier, `2/(nᵢₙ + nₒᵤₜ)`. ReLU leaves half: He, `2/nᵢₙ`, pays it back. With ReLU and Xavier every layer halves the mean square; twenty layers leave a millionth.',
    },
    'is-xavier-outdated': {
      ask: 'Isn’t Xavier outdated, now that everybody uses ReLU?',
      answer:
        'Under ReLU it is the wrong rule; under tanh, in attention’s projections and in linear layers it is the right one still. The rule belongs to the activation, not to the year.',
    },
    'why-keep-the-variance': {
      ask: 'Why keep the variance at all?',
      answer:
        'Because factors multiply. If each layer keeps half of the variance, thirty layers leave `2⁻³⁰` of it, and gradients on the way back share the fate; with double it explodes. The value 1 is not sacred, the factor 1 per layer is. Normalization does the same by force, and has a price of its own.',
    },
    'fan-in-or-fan-out': {
      ask: 'fan_in or fan_out? Why does ResNet use fan_out?',
      answer:
        'fan_in keeps the activations on the way forward, fan_out the gradients on the way back. They differ only where a layer changes its width, and over the net the factors telescope: what remains is the ratio of the first and last width. He et al. note that either suffices; ResNet’s code chose the way back.',
    },
    'gain-for-gelu': {
      ask: 'Which gain for GELU, SiLU, SELU? Why 5/3 for tanh?',
      answer:
        'The gain is `1/√E[f(z)²]` for z ~ N(0, 1): √2 for ReLU, about 1.53 for GELU, 1.68 for SiLU, 1 for SELU, 1.59 for tanh (5/3 is a round number near it). But GELU and SiLU are not scale-free: GELU’s signal shrinks with He’s `2/n`, and with `2.35/n` small errors of scale grow. Over many layers, normalize.',
    },
    'why-root-two': {
      ask: 'Why is ReLU’s gain √2, when 1/std of its output says 1.71?',
      answer:
        'The next layer sums products with the outputs, and the variance of that sum is made of their mean squares, not of their variances: the mean of ReLU’s output counts too. `E[ReLU²] = ½`, hence √2. With 1.71 every layer multiplies the mean square by 1.47, twenty layers by 2000.',
    },
    'relu-mean-zero': {
      ask: 'Must the output of ReLU have mean 0?',
      answer:
        'No. It has mean `1/√(2π)` of its input’s spread, and the weights after it have mean 0, so the next pre-activations do again. He keeps the root mean square and needs nothing else. A mean makes examples more alike, which is a reason for batch norm, not for another gain.',
    },
    'xavier-suits-sigmoid': {
      ask: '“Xavier suits sigmoid.”',
      answer:
        'Xavier assumes a slope near 1 and outputs around 0; the sigmoid has slope ¼ at most and outputs around ½. Eight layers from Xavier do not learn here; four times Xavier, which makes up for the slope, does. Glorot and Bengio themselves advise against the sigmoid.',
    },
    'fans-of-a-convolution': {
      ask: 'What are fan-in and fan-out of a convolution?',
      answer:
        'With c channels in and d out, a unit of a k × k convolution sums `k²c` numbers, the fan-in; fan-out is `k²d`. Forgetting the nine taps of a 3 × 3 makes the variance nine times too large per layer. In this experiment the second lane forgets them.',
    },
    'depthwise-and-grouped': {
      ask: '… and of depthwise, grouped and transposed ones?',
      answer:
        'Groups divide: `nᵢₙ = k²c/g`, `nₒᵤₜ = k²d/g`. PyTorch reads the fans off the weight’s shape and does not know the groups: depthwise 3 × 3 with 64 channels has fan-out 9, PyTorch says 576, and He by fan_out is 8 times too small. Of transposed convolutions it takes the fans for one another. The lab runs no grouped net; the numbers are row K7.',
    },
    'why-root-five': {
      ask: 'Why `a = √5` in PyTorch?',
      answer:
        'It is a way to write an older rule in a newer function: `kaiming_uniform_` with slope √5 is `U(±√(6/((1+5)n)))`, that is U(±1/√n), the default of Torch, from which PyTorch comes. Nobody’s network has a slope of √5. Both lanes hold the very same weights.',
    },
    'is-one-third-a-bug': {
      ask: 'Is PyTorch’s 1/3 a bug?',
      answer:
        'U(±1/√n) has variance `1/(3n)`: each linear layer keeps a third of the mean square, under ReLU a sixth. It is the “standard” rule that Glorot and Bengio showed to be poor, kept so that old results stay reproducible. In shallow or normalized nets you will not notice; twenty plain layers die.',
    },
    'which-xavier': {
      ask: 'Which “Xavier” is this?',
      answer:
        'Three things carry the name: `2/(nᵢₙ + nₒᵤₜ)` (Glorot and Bengio, PyTorch, Keras, JAX); `1/nᵢₙ`, which is LeCun’s, in Caffe and several courses; and the truncated normal of Keras and JAX, of the first variance. In square layers the variances agree; here, 64 inputs and 256 outputs, they do not.',
    },
    'jax-and-pytorch': {
      ask: 'Why does my model train in JAX and not in PyTorch, or the other way round?',
      answer:
        'They start elsewhere. Flax’s `Dense` draws LeCun normal, variance `1/n`; PyTorch’s `Linear` U(±1/√n), variance `1/(3n)`, and random biases too. After twenty ReLU layers without biases the signals differ by `3¹⁰`. Set the rule explicitly in both.',
    },
    'frameworks-choose-he': {
      ask: '“Frameworks choose He for ReLU by themselves.”',
      answer:
        'The defaults of these three do not ask which activation follows: to every dense layer Keras gives Glorot uniform, Flax LeCun normal, PyTorch U(±1/√n). At 22 layers of ReLU PyTorch’s default does not learn, He does: choose it yourself.',
    },
    'xavier-on-a-bias': {
      ask: 'Xavier fails on a bias vector: why?',
      answer:
        'A vector of shape `(n,)` has no fan-in and no fan-out: every bias is added to one unit, nothing is summed over it. PyTorch therefore raises “Fan in and fan out can not be computed for tensor with fewer than 2 dimensions”. Give biases zeros; the rule is for the matrix.',
    },
    'same-seed-other-weights': {
      ask: 'Same seed, different weights: why?',
      answer:
        'A seed fixes a stream of numbers, not your weights. Who draws first, in which order, on which device and in which version decides what each layer gets. Here every layer has a stream of its own, made from seed and layer: two names of one rule give the same numbers to the last bit.',
    },
    'order-of-draws': {
      ask: 'I added a layer and all the others changed: why?',
      answer:
        'With one generator for the whole model, a new layer takes the draws of those after it. Split the seed by layer (JAX’s `split` and `fold_in`, generators of their own in PyTorch). This program does: ten layers begin with exactly the weights of five.',
    },
    biases: {
      ask: 'Biases: 0, 0.01 or random?',
      answer:
        '0, unless you know why not. The weights break the symmetry already, and random biases add a term that is the same for every example: deep down, examples become more alike. 0.01 against dead ReLUs was a custom; it changes little. PyTorch draws biases from U(±1/√n) by default.',
    },
    'bias-for-rare-classes': {
      ask: 'Which bias for the last layer when classes are rare?',
      answer:
        'The one that gives the prior π: `ln(π/(1 − π))` under sigmoid, `ln π` under softmax. Otherwise the first hundreds of steps do nothing but learn that most answers are “no”, with a huge loss. Here one class of two is a hundred times as frequent: without the bias, 500 steps do not reach the loss that the other net begins with.',
    },
    'first-loss': {
      ask: 'What should the first loss be? Mine is 110',
      answer:
        'About `ln C`: 0.693 for two classes, 2.303 for ten, 10.8 for GPT-2’s 50257. Logits of spread s add at most `s²/2`, for large s in proportion to s: 110 says that the logits are huge, so the output layer, or what feeds it, is too large. Clearly lower on balanced classes? Suspect how the loss is computed.',
    },
    embeddings: {
      ask: '`nn.Embedding` is N(0, 1): too large?',
      answer:
        'As a look-up it is not: it sums nothing. It is when the same matrix is also the output layer: then a logit sums d products and has spread √d. So GPT-2 draws embeddings with 0.02. Shown here is the output half of it: vectors N(0, 1) against 0.02.',
    },
    'a-new-head': {
      ask: 'How do I start a new head when fine-tuning?',
      answer:
        'Small or zero. A head of N(0, 1) over good features begins with confident nonsense, its first gradients are large and push the features around. From zero the first loss is exactly `ln C`, and the head learns before it disturbs what is below. There is no pretrained body here; the head alone shows the first loss.',
    },
    gpt2: {
      ask: 'GPT-2: why 0.02 and 1/√N?',
      answer:
        '0.02 is near `1/√d` at GPT-2’s widths (0.036 to 0.025), once chosen and kept. The factor `1/√N` on the projections that end a residual branch keeps the sum of N branches from growing with N: variances add. Here the same idea: thirty residual layers with He’s variance diverge, with a hundredth of it they learn.',
    },
    'layer-norm-and-scale': {
      ask: 'There is LayerNorm; why scale the weights as well?',
      answer:
        'In a pre-norm net LayerNorm fixes what enters a branch, not what the branches add up to: the residual stream still grows with depth, and with it the share of late layers shrinks. Scaling the branches’ last weights by `1/√N` keeps the stream, and the gradients of early layers, in bounds.',
    },
    'coordinate-check': {
      ask: 'How do I read a coordinate check?',
      answer:
        'Draw the size of typical activations against the width, at the start and after some steps. Flat lines mean that the rule fits; a line that rises or falls with width says by which power. Here the start only: He keeps width 64 and 512 alike. For the steps after it, μP scales the learning rates too.',
    },
    'last-gamma-zero': {
      ask: 'Why is the last BatchNorm’s γ set to zero?',
      answer:
        'Then every residual block begins as the identity: the network starts shallow, signals and gradients pass unchanged, and blocks join in as they learn. With γ = 1 every block adds its variance, and the stream grows. Here plain residuals diverge at the first step; branches normalized before adding learn.',
    },
    'rezero-fixup': {
      ask: 'ReZero, zero-γ, Fixup: the same idea?',
      answer:
        'The same start: every branch adds nothing, the net is the identity. They differ in what is zero: ReZero a number per branch, zero-γ a vector per norm, Fixup the last weights (and the others scaled down with depth). Here the simplest of them: tanh branches with all weights zero, and they learn.',
    },
    'batch-norm-fixes-gradients': {
      ask: '“Batch norm fixes gradients.”',
      answer:
        'It fixes activations. Gradients explode all the same: going back through batch norm and ReLU they grow by `√(π/(π − 1)) = 1.21` per layer in wide nets (Yang et al. 2019), here faster: at thirty layers the first gets over a thousand times He’s gradient. He alone learns where batch norm alone does not. Residual paths are what cures it.',
    },
    'lstm-forget-bias': {
      ask: 'Why a forget bias of 1 in an LSTM?',
      answer:
        'With bias 0 the forget gate begins at `σ(0) = ½`: the cell keeps half of its memory per step, after twenty steps a millionth, and so does the gradient. Bias 1 begins at 0.73, so that it remembers until it learns to forget. There are no recurrent nets in this program.',
    },
    dropout: {
      ask: 'What does dropout do to the initialization?',
      answer:
        'Inverted dropout keeps the mean and raises the mean square by `1/p`, p the share kept: for ReLU the critical variance becomes `2p/n` instead of `2/n`. It also makes two passes of one example differ, so correlations shrink with depth. Here half of the units are dropped in twenty layers: He diverges, half of its variance does not.',
    },
    'does-it-matter': {
      ask: 'Can initialization matter that much?',
      answer:
        'Yes: at thirty layers it is the difference between learning and nothing at all, with the same data, rate and seed. In shallow or normalized nets it costs steps or some accuracy instead, and is easily missed while one searches elsewhere.',
    },
    'with-batch-norm-and-adam': {
      ask: 'Does it matter with batch norm, Adam, residuals?',
      answer:
        'Less, and differently. Batch norm rescues a scale that is wrong, as here, where 0.01 alone stays at `ln 2`. Adam takes away the size of a gradient, not its absence or its direction. Residuals need small branches. None of them breaks symmetry. There is no Adam here.',
    },
    'kaiming-made-it-worse': {
      ask: 'Kaiming made it worse: why?',
      answer:
        'It assumes a plain chain of ReLU layers. With residual connections every branch adds its variance to what is there, so thirty He branches multiply the size by millions: the loss begins in the millions and diverges. Nor was it made for sine layers, or for outputs that must begin small.',
    },
    'he-is-always-better': {
      ask: '“He is always better for ReLU.”',
      answer:
        'For plain layers. Beside residual paths a hundredth of its variance is better: He diverges at the first step here, the small start learns. Output layers want to be small as well. He answers one question, what a single ReLU layer keeps.',
    },
    'xor-fails': {
      ask: 'My XOR network sometimes fails: why?',
      answer:
        'Two hidden units are just enough, so one that dies or starts on the wrong side leaves a network that cannot do it: it stalls, often with 75 % right. From other seeds it works. Do not search for the seed; give it more units. Here clouds of points stand for the four corners.',
    },
    'only-zeros': {
      ask: 'My network puts out only zeros from the start',
      answer:
        'Born dead: all pre-activations of some layer are negative, and nothing passes. With N units per layer, L layers and biases 0, for one input the chance is `1 − (1 − 2⁻ᴺ)ᴸ`: 94 % for N = 2 and L = 10, nothing for N = 64. Wider layers or a leak cure it. Shown is one such draw.',
    },
    'nan-in-the-first-steps': {
      ask: 'NaN in the first steps: is it the start?',
      answer:
        'Often. Look for the first layer with an infinity: if the size grows by a factor per layer, the weights are too large (0.2 for 0.02 is a classic), and half precision ends at 65504. If the forward pass is finite, suspect learning rate, data, or a division. N(0, 1) overflows here within a few layers.',
    },
    'half-precision': {
      ask: 'Do the starting weights matter for int8 and half precision?',
      answer:
        'Their scale does: float16 knows nothing between 0 and 6·10⁻⁸. A start that shrinks the signal reaches zero after a few layers, and gradients sooner; hence loss scaling. A start that keeps sizes near 1 stays far from both ends of the format. int8 concerns trained weights; it is not shown here.',
    },
    'how-to-check': {
      ask: 'How do I check that my start is right?',
      answer:
        'Ask three questions of one batch: are the units of a layer different, is the activations’ spread kept from first layer to last, is the gradients’ kept on the way back? Then: is the first loss about `ln C`? The lab shows all of it for a shape like yours; a file of weights can be looked through as well.',
    },
    'was-it-applied': {
      ask: 'Was my initialization applied at all, or overwritten?',
      answer:
        'Print the spread of a weight matrix once the model is built and wrapped, before the first step: unless you have loaded weights, it must be the rule’s. He’s is √6 times PyTorch’s default, impossible to miss. Drop your file here and the page names the rule that each tensor came from.',
    },
    'statistics-of-my-file': {
      ask: 'How do I see the statistics of the weights in my file?',
      answer:
        'Drop the file on “Your own network”: safetensors, PyTorch, Keras, NumPy or ONNX. You get every tensor’s mean, spread, extremes and histogram, the rule it most likely came from, and what stands out. It is read in this tab and sent nowhere.',
    },
    'everything-by-layer': {
      ask: 'Activations and gradients by layer in one view: where?',
      answer:
        'In the lab: one line per start, forward and back, on one axis of powers of ten; a click on a layer opens its histograms. Watch both directions: under ReLU Xavier’s activations shrink towards the output and its gradients towards the input.',
    },
    'reading-histograms': {
      ask: 'How do I read such histograms?',
      answer:
        'Two towers at −1 and 1: saturated, the slope there is 0 and learning stops. A needle at 0: the signal is gone. Everything in the first bar under ReLU: dead units. Good is dull: every layer alike, as wide as the one before.',
    },
    'show-my-model': {
      ask: 'Can it show my model?',
      answer:
        'Its weights, yes: a file is looked through tensor by tensor, and a chain of dense layers or convolutions is run beside He and Xavier of its shape. Attention, recurrence and your own code it does not run; for those, the page gives lines of Python that record the same numbers.',
    },
  },
};
