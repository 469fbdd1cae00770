/** Settings of the built-in server: modest memory, full durability, nothing of our data in its log. */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  // No TCP at all: the binaries carry an old TLS library, and a socket in a closed folder needs no password.
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // The whole demo hub is to fit in 300 MB.
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '60',
  max_wal_size: '512MB',
  // A receipt says that nothing will be lost, so commits wait for the disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  lc_messages: 'C',
  // An error's detail and statement quote values, which may be evidence.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  // Nor may a statement be logged because it is slow, failed or waited; its parameters are the evidence itself.
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  debug_print_plan: 'off',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
}
