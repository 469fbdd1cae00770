-- Whose account the hub recovers is told, and so are administrators and leads of what happens to the hub's own accounts.
alter table noroshi.notice drop constraint notice_kind_check;
alter table noroshi.notice add constraint notice_kind_check check (kind in (
  'released', 'corrected', 'withdrawn', 'approval-asked', 'approval-reminder', 'receipt', 'contact-changed', 'vault-changed',
  'recovery-code-used', 'break-glass-opened', 'withdrawal-answered', 'lane-changed', 'shared-unasked', 'agreement-ending',
  'somebody-let-in', 'own-recovery-begun', 'own-recovery-confirmed', 'staff-recovery-begun', 'staff-changed'));
