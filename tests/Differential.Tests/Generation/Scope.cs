namespace Pipeline.Differential.Generation;

/// <summary>The variables a statement can see, innermost block last.</summary>
internal sealed class Scope
{
    private readonly List<Variable> _variables = [];
    private int _names;

    public IReadOnlyList<Variable> Variables => _variables;

    public int Depth => _variables.Count;

    /// <summary>A name nobody has.</summary>
    public string Fresh(string stem) => $"{stem}{++_names}";

    public string Declare(string type, string name, bool isInput = false, bool isFixed = false)
    {
        _variables.Add(new Variable(type, name, isInput) { IsFixed = isFixed });
        return name;
    }

    public IReadOnlyList<Variable> Of(string type) => [.. _variables.Where(variable => variable.Type == type)];

    public void CloseTo(int depth) => _variables.RemoveRange(depth, _variables.Count - depth);

    /// <summary>The variable is not to be used again.</summary>
    public void Forget(Variable variable) => _variables[_variables.IndexOf(variable)] = variable with { Type = "" };
}
