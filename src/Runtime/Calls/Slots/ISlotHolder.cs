namespace Pipeline.Calls;

/// <summary>A call that holds slots, as the search for deadlocks and the log see it.</summary>
internal interface ISlotHolder
{
    /// <summary>The slot without which the call certainly cannot go on; null while that is not known of any.</summary>
    SlotWaiter? Awaits { get; }

    /// <summary>The call for a message: <c>A → B.Predict</c>.</summary>
    string Describe();
}
