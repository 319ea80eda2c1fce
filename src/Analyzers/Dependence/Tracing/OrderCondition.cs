using Pipeline.Analyzers.Dependence.Order;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>The conditions under which a later call could have started before an earlier one ended; each failing one orders them.</summary>
internal enum OrderCondition
{
    /// <summary>The later call uses the earlier one's result.</summary>
    ValueFlow = 1,

    /// <summary>Something the later call can read may have been written in between.</summary>
    HeapFlow,

    /// <summary>Something in between may skip one of the calls.</summary>
    ControlFlow,

    /// <summary>Something in between is not known to be free of effects and exceptions.</summary>
    HarmlessBetween,

    /// <summary>Evaluating what the later call is given may throw.</summary>
    SafeArguments,

    /// <summary>State written in between would be seen if the later call failed first.</summary>
    HiddenState,

    /// <summary>The calls stand in different regions: a block is entered, left, begun or ended in between.</summary>
    SameRegion,

    /// <summary>A call among them is not known to be a query.</summary>
    QueriesOnly,

    /// <summary>Nothing would be gained: the service declares that it runs one call at a time.</summary>
    Gain,

    /// <summary>Something in between watches the order: a foreign await, a clock, an ambient value.</summary>
    OrderUnwatched,

    /// <summary>The same question is asked again, and only to see a change.</summary>
    RepeatedQuestion,

    /// <summary>A version, a cursor, a clock is read: what is read before and after it is so for a reason.</summary>
    ReadProtocol,
}
