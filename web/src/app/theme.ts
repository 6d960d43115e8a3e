import {
  Alert,
  Card,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Modal,
  Paper,
  Tooltip,
} from '@mantine/core';
import classes from './theme.module.css';

/** The one brand colour; every shade from 6 on has 4.5:1 or more on white. */
const teal: MantineColorsTuple = [
  '#e8f5f5',
  '#cfe8e9',
  '#9fd1d4',
  '#6cb8bd',
  '#3f9fa6',
  '#1f828a',
  '#0f6a72',
  '#0f5c63',
  '#0b4c52',
  '#073b40',
];

/** Warm grey for paper and ink. */
const ink: MantineColorsTuple = [
  '#d5dadd',
  '#b4bdc2',
  '#96a1a8',
  '#78858d',
  '#4a555c',
  '#353f45',
  '#262e33',
  '#1c2226',
  '#14181b',
  '#0c0f11',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { teal, dark: ink },
  fontFamily:
    "'Atkinson Hyperlegible Next Variable', 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif",
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.4' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: 'clamp(1.625rem, 1.3rem + 1.4vw, 2.125rem)', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h4: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { sm: '6px', md: '10px', lg: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusClassName: classes.focus,
  components: {
    Button: { defaultProps: { size: 'md' }, classNames: { root: classes.target } },
    ActionIcon: { defaultProps: { size: 'lg', variant: 'subtle' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    Autocomplete: { defaultProps: { size: 'md' } },
    DateInput: { defaultProps: { size: 'md' } },
    DatePickerInput: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    Table: { defaultProps: { verticalSpacing: 'sm' } },
    // Titles in the text's colour: the accent colours are too pale for words on our paper.
    Alert: Alert.extend({ classNames: { label: classes.alertTitle } }),
    Card: Card.extend({ defaultProps: { withBorder: true, padding: 'lg', radius: 'lg' } }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    Modal: Modal.extend({
      defaultProps: { size: 'lg', radius: 'lg' },
      classNames: { title: classes.dialogTitle },
    }),
    Drawer: Drawer.extend({ classNames: { title: classes.dialogTitle } }),
    // Else a dialog's head counts as a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Tooltip: Tooltip.extend({
      // A tooltip that only a mouse can open says nothing to a keyboard or a finger.
      defaultProps: { events: { hover: true, focus: true, touch: true } },
    }),
  },
});

/** Mantine's dimmed text, placeholders and errors, moved to 4.5:1 and better on our paper. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#faf8f4',
    '--mantine-color-text': '#1d2529',
    '--mantine-color-dimmed': '#55616a',
    '--mantine-color-placeholder': '#667078',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#0f5c63',
    '--mantine-color-default-border': '#d9d5cb',
    '--tandem-card': '#ffffff',
    '--tandem-field-border': '#7d878e',
    '--tandem-focus': '#0b57d0',
  },
  dark: {
    '--mantine-color-body': '#14181b',
    '--mantine-color-text': '#e6eaec',
    '--mantine-color-dimmed': '#a8b3ba',
    '--mantine-color-placeholder': '#97a3ab',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#8fd0d4',
    '--mantine-color-default-border': '#37424a',
    '--tandem-card': '#1c2226',
    '--tandem-field-border': '#7b8890',
    '--tandem-focus': '#9ec5ff',
  },
});
