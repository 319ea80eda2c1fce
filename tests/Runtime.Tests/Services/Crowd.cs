namespace Pipeline.Runtime.Tests.Services;

/// <summary>A service of three instances.</summary>
internal sealed class Crowd : INode
{
    public static string Name => "Crowd";

    public static int? Instances => 3;
}
