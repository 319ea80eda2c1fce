using System.ComponentModel;

namespace Pipeline.Transports;

/// <summary>What a transport does with each parameter of an API, given its type: make a reader for it, say.</summary>
/// <typeparam name="TArgs">The value tuple of the API's arguments.</typeparam>
/// <typeparam name="TOutput">What it makes.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IParameterVisitor<TArgs, out TOutput>
    where TArgs : struct
{
    /// <summary>A parameter whose argument is one value.</summary>
    /// <typeparam name="TValue">The parameter's type.</typeparam>
    TOutput Visit<TValue>(Parameter<TArgs, TValue> parameter);

    /// <summary>A parameter whose argument is a stream.</summary>
    /// <typeparam name="TItem">The items' type.</typeparam>
    TOutput VisitStream<TItem>(StreamParameter<TArgs, TItem> parameter);
}
