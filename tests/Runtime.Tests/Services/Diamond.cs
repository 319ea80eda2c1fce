namespace Pipeline.Runtime.Tests.Services;

/// <summary>Top depends on Left and Right, both of which depend on Bottom.</summary>
internal static class Diamond
{
    public sealed class Top : INode
    {
        public static string Name => "Top";

        public static IReadOnlyList<Link> Links => [Link.To<Left>(), Link.To<Right>()];
    }

    public sealed class Left : INode
    {
        public static string Name => "Left";

        public static IReadOnlyList<Link> Links => [Link.To<Bottom>()];
    }

    public sealed class Right : INode
    {
        public static string Name => "Right";

        public static IReadOnlyList<Link> Links => [Link.To<Bottom>()];
    }

    public sealed class Bottom : INode
    {
        public static string Name => "Bottom";
    }
}
