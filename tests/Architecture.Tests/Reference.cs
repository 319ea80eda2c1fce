namespace Pipeline.Architecture.Tests;

/// <summary>A place in one file that names what is declared in another.</summary>
/// <param name="From">The file, its project first: <c>Analyzers/Effects/CallEffect.cs</c>.</param>
/// <param name="Line">The line in it.</param>
/// <param name="To">The file of the declaration.</param>
/// <param name="Name">What is named.</param>
internal sealed record Reference(string From, int Line, string To, string Name)
{
    public override string ToString() => $"src/{From}({Line}) names '{Name}' of src/{To}";
}
