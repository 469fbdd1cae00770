import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The accent, lightest first; contrast of each shade is in the token table of the design. */
const ember: MantineColorsTuple = [
  '#fcefe9',
  '#f8dbcf',
  '#f4bda6',
  '#f2916d',
  '#e26d43',
  '#c54a22',
  '#b83f1c',
  '#9c3315',
  '#742711',
  '#4d1c10',
]

/** What is chosen is no next thing to do, so that it has the colour of the text. */
const CHOSEN = { color: 'var(--ink)', iconColor: 'var(--paper)' }

/** Mantine reads the same tokens as our own parts; see tokens.css. */
export const theme = createTheme({
  colors: { ember },
  primaryColor: 'ember',
  primaryShade: { light: 6, dark: 5 },
  defaultRadius: 7,
  white: '#ffffff',
  black: '#1b1e20',
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Checkbox: { defaultProps: CHOSEN },
    Radio: { defaultProps: CHOSEN },
  },
})
