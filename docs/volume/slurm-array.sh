#!/bin/sh
#SBATCH --array=0-999%50
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=04:00:00
#SBATCH --requeue
# One shard a task: sbatch slurm-array.sh shards.txt tables/
# shards.txt has the path of a shard a line; --array counts its lines from 0. Given again, it codes what is missing.
set -u
shard=$(sed -n "$((SLURM_ARRAY_TASK_ID + 1))p" "$1")
if [ -z "$shard" ]; then
  echo "no shard number $SLURM_ARRAY_TASK_ID in $1" >&2
  exit 2
fi
said=$(lapwing code "$shard" --format parquet --out "$2" --workers "${SLURM_CPUS_PER_TASK:-1}")
code=$?
echo "$said"
# 1 with a line said: the shard is whole, and failures.parquet has the documents that could not be coded.
if [ "$code" -eq 1 ] && [ -n "$said" ]; then exit 0; fi
exit "$code"
