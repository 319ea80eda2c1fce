namespace Pipeline;

/// <summary>Branches that were started and are waited for. Implemented by mutable structs: never copy one that is in use.</summary>
internal interface IBranches
{
    /// <summary>
    /// The last branch that is still running; null once all are over. The last one because branches tend to end in the order they
    /// started in, and then it is the only one to wait for.
    /// </summary>
    Task? NextPending();
}

/// <summary>Branches joined by what they return.</summary>
internal interface IBranches<TResults> : IBranches
{
    /// <summary>Whether all branches are over and none failed.</summary>
    bool Succeeded { get; }

    /// <summary>What the branches returned, once all have succeeded.</summary>
    TResults Results { get; }

    /// <summary>What the branches threw, the one to throw first, once all are over and one has failed.</summary>
    IReadOnlyList<Exception> Failures { get; }
}
