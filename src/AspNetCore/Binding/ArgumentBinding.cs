using Pipeline.AspNetCore.Problems;

namespace Pipeline.AspNetCore.Binding;

/// <summary>The arguments of one call while they are read.</summary>
internal sealed class ArgumentBinding<TArgs>(Argument<TArgs>[] arguments)
    where TArgs : struct
{
    private readonly bool[] _given = new bool[arguments.Length];

    /// <summary>The arguments, as far as they have been read.</summary>
    public TArgs Args;

    public ArgumentProblems Problems { get; } = new();

    /// <summary>Notes that an argument is there; a second time is a problem.</summary>
    public void Give(int index)
    {
        if (_given[index])
            Problems.Add(arguments[index].Name, "is given twice.");
        _given[index] = true;
    }

    /// <summary>All arguments, the defaults of those that are not given included.</summary>
    /// <exception cref="RequestRefusedException">Lists everything that is wrong.</exception>
    public TArgs Complete(string api, IServiceProvider services)
    {
        for (int index = 0; index < arguments.Length; index++)
        {
            if (_given[index])
                continue;
            if (arguments[index].Parameter.IsOptional)
                arguments[index].SetDefault(ref Args);
            else
                Problems.Add(arguments[index].Name, "is missing.");
        }

        Problems.ThrowIfAny(api);
        foreach (var argument in arguments)
            argument.Validate(in Args, Problems, services);
        Problems.ThrowIfAny(api);
        return Args;
    }
}
