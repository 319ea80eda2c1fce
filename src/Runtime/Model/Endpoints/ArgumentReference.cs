using System.ComponentModel;

namespace Pipeline.Transports;

/// <summary>Points at one argument among the packed arguments of a call.</summary>
/// <typeparam name="TArgs">The value tuple of the arguments.</typeparam>
/// <typeparam name="TValue">The argument's type.</typeparam>
/// <param name="args">The packed arguments.</param>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public delegate ref TValue ArgumentReference<TArgs, TValue>(ref TArgs args)
    where TArgs : struct;
