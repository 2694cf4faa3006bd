"""Shards coded by Spark's executors, and their tables read: spark-submit spark.py shards.txt tables/

Both folders are seen by all machines; `lapwing` is installed on each, and each executor has as many cores as a task is given here."""

import subprocess
import sys

from pyspark.sql import SparkSession

CORES = 4


def code(shard: str, tables: str) -> str:
    """What `lapwing` says of a shard. A task that fails is tried again by Spark, and finds whole what was whole."""
    run = subprocess.run(
        ["lapwing", "code", shard, "--format", "parquet", "--out", tables, "--workers", str(CORES)],
        stdout=subprocess.PIPE,
        text=True,
    )
    # 1 with a line said: the shard is whole, and failures.parquet has the documents that could not be coded.
    if run.returncode > 1 or not run.stdout:
        raise RuntimeError(f"{shard}: exit code {run.returncode}")
    return run.stdout.strip()


def main(list_of_shards: str, tables: str) -> None:
    spark = SparkSession.builder.config("spark.task.cpus", CORES).getOrCreate()
    with open(list_of_shards) as lines:
        shards = [line.strip() for line in lines if line.strip()]
    for said in spark.sparkContext.parallelize(shards, len(shards)).map(lambda shard: code(shard, tables)).collect():
        print(said)
    # A text that two shards have is coded in both, to the same rows.
    events = spark.read.parquet(f"{tables}/*/events.parquet").dropDuplicates(["id"])
    events.groupBy("type", "status").count().orderBy("type", "status").show(100)


if __name__ == "__main__":
    main(*sys.argv[1:])
