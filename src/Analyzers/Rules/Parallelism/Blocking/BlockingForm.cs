namespace Pipeline.Analyzers.Rules.Parallelism.Blocking;

/// <summary>How a call blocks its thread.</summary>
internal enum BlockingForm
{
    /// <summary>An async API called through the sync view: <c>dep.Predict(x)</c>.</summary>
    Call,

    /// <summary>An async stream enumerated through the sync view: <c>foreach (var x in dep.Items())</c>.</summary>
    Stream,

    /// <summary>A started call waited for: <c>dep.ToAsync.Predict(x).Result</c>.</summary>
    Task,

    /// <summary>Started calls waited for together: <c>Task.WaitAll(a, b)</c>.</summary>
    Join,
}
