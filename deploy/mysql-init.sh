#!/bin/bash
# The schemas and least-privilege users of a new MySQL in docker-compose.yml; the launcher's Schemas says the same
set -euo pipefail
rights="SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE TEMPORARY TABLES, LOCK TABLES, CREATE VIEW, SHOW VIEW, TRIGGER"
mysql --user=root --password="$MYSQL_ROOT_PASSWORD" <<SQL
CREATE DATABASE tidings_events CHARACTER SET utf8mb4;
CREATE DATABASE tidings_views CHARACTER SET utf8mb4;
CREATE USER 'tidings_command'@'%' IDENTIFIED BY '$MYSQL_COMMAND_PASSWORD';
CREATE USER 'tidings_query'@'%' IDENTIFIED BY '$MYSQL_QUERY_PASSWORD';
GRANT $rights ON \`tidings\\_events\`.* TO 'tidings_command'@'%';
GRANT $rights ON \`tidings\\_views\`.* TO 'tidings_query'@'%';
SQL
