/** Style sheets: one order of properties, directions by the flow of the text, and the slips a browser would swallow. */

/** A shorthand stands before what it is short for. */
const ORDER = [
  // What it shows.
  'content quotes counter-reset counter-increment',
  // Where it stands.
  'position inset inset-block inset-block-start inset-block-end inset-inline',
  'inset-inline-start inset-inline-end z-index isolation',
  // How it lays out its children.
  'display container columns flex-flow flex-direction flex-wrap grid grid-template',
  'grid-template-columns grid-template-rows grid-template-areas grid-auto-flow',
  'grid-auto-columns grid-auto-rows place-content place-items align-content align-items',
  'justify-content justify-items gap row-gap column-gap',
  // Its own place among its siblings.
  'flex flex-grow flex-shrink flex-basis order grid-area grid-column grid-row place-self',
  'align-self justify-self',
  // How large it is.
  'box-sizing inline-size min-inline-size max-inline-size block-size min-block-size',
  'max-block-size aspect-ratio margin margin-block margin-block-start margin-block-end',
  'margin-inline margin-inline-start margin-inline-end padding padding-block',
  'padding-block-start padding-block-end padding-inline padding-inline-start',
  'padding-inline-end overflow overflow-x overflow-y',
  // Its edge and its ground.
  'border border-width border-style border-color border-block border-block-start',
  'border-block-start-style border-block-end border-block-end-color border-inline',
  'border-inline-start border-inline-end border-radius border-collapse border-spacing',
  'outline outline-color outline-offset box-shadow background background-color',
  'background-image background-size background-position',
  // A drawing's marks.
  'fill fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin',
  'stroke-opacity paint-order vector-effect shape-rendering text-anchor',
  // Its letters.
  'color opacity font font-family font-size font-style font-weight font-variant-numeric',
  'line-height letter-spacing direction unicode-bidi text-align text-decoration',
  'text-decoration-color text-decoration-style text-decoration-thickness',
  'text-underline-offset text-overflow text-wrap overflow-wrap white-space vertical-align',
  'list-style',
  // How it moves and answers: everything else, by the alphabet.
].flatMap((names) => names.split(' '));

export default {
  plugins: ['stylelint-order'],
  reportNeedlessDisables: true,
  rules: {
    'order/order': ['custom-properties', 'declarations'],
    'order/properties-order': [ORDER, { unspecified: 'bottomAlphabetical' }],

    // Browsers still lack overflow-block and overflow-inline.
    'property-layout-mappings': [
      'flow-relative',
      { ignoreProperties: ['overflow-x', 'overflow-y'] },
    ],
    'value-keyword-layout-mappings': 'flow-relative',

    'at-rule-no-unknown': true,
    'block-no-empty': true,
    'color-no-invalid-hex': true,
    'custom-property-no-missing-var-function': true,
    'declaration-block-no-duplicate-custom-properties': true,
    'declaration-block-no-duplicate-properties': true,
    'declaration-block-no-shorthand-property-overrides': true,
    'declaration-property-value-no-unknown': true,
    'font-family-no-duplicate-names': true,
    'function-calc-no-unspaced-operator': true,
    'keyframe-block-no-duplicate-selectors': true,
    'keyframe-declaration-no-important': true,
    'media-feature-name-no-unknown': true,
    'no-duplicate-selectors': true,
    'no-invalid-double-slash-comments': true,
    'property-no-unknown': true,
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global', 'local'] }],
    'selector-pseudo-element-no-unknown': true,
    'unit-no-unknown': true,
  },
};
