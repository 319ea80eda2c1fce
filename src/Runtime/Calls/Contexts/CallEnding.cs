namespace Pipeline.Calls;

/// <summary>Why a call ends before its body has answered.</summary>
internal abstract class CallEnding
{
    /// <summary>Whether the caller is answered at once, and nobody waits for a body that does not react.</summary>
    public virtual bool IsFinal => false;

    /// <summary>What ended it, as spans name it.</summary>
    public abstract string Cause { get; }

    /// <summary>What the caller sees.</summary>
    /// <param name="failure">What came out of the call, or null where nothing did or a result came too late.</param>
    /// <returns>The exception to throw, or null for what came out.</returns>
    public abstract Exception? Replace(Exception? failure);
}
