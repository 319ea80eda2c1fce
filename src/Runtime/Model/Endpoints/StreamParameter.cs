using System.ComponentModel;

namespace Pipeline.Transports;

/// <summary>A parameter whose argument is a stream.</summary>
/// <typeparam name="TArgs">The value tuple of the API's arguments.</typeparam>
/// <typeparam name="TItem">The items' type.</typeparam>
/// <param name="name">The parameter's name.</param>
/// <param name="reference">Points at its argument.</param>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class StreamParameter<TArgs, TItem>(string name, ArgumentReference<TArgs, IAsyncEnumerable<TItem>> reference)
    : Parameter<TArgs, IAsyncEnumerable<TItem>>(name, reference)
    where TArgs : struct
{
    /// <inheritdoc/>
    public override bool IsStream => true;

    /// <inheritdoc/>
    public override TOutput Accept<TOutput>(IParameterVisitor<TArgs, TOutput> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitStream(this);
    }
}
