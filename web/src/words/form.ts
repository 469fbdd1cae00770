import { defineWords } from './define-words.ts'

/** Words that every form and every confirmation shares. */
export const formWords = defineWords('form', {
  ja: {
    cancel: 'やめる',
    save: '保存する',
    add: '加える',
    edit: '直す',
    remove: '取り除く',
    copy: 'コピー',
    copied: 'コピーしました',
    'shown-once': 'この画面を閉じると、二度と表示できません。',
    done: '控えたので閉じる',
  },
  en: {
    cancel: 'Cancel',
    save: 'Save',
    add: 'Add',
    edit: 'Edit',
    remove: 'Remove',
    copy: 'Copy',
    copied: 'Copied',
    'shown-once': 'It cannot be shown again once this is closed.',
    done: 'I have kept it, close',
  },
})
