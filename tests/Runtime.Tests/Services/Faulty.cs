using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.Services;

/// <summary>Graphs that cannot run, each for a reason of its own.</summary>
internal static class Faulty
{
    public interface IClock;

    public interface IStore<T>;

    /// <summary>Lacks several things, and so does what it depends on.</summary>
    public sealed class Needy : INode
    {
        public static string Name => "Needy";

        public static IReadOnlyList<Link> Links => [Link.To<NeedyToo>()];

        public static IReadOnlyList<ServiceRequirement> Requirements =>
        [
            new("clock", typeof(IClock)),
            new("size", typeof(int)),
            new("spare", typeof(IClock)) { IsOptional = true },
        ];
    }

    public sealed class NeedyToo : INode
    {
        public static string Name => "NeedyToo";

        public static IReadOnlyList<ServiceRequirement> Requirements =>
        [
            new("store", typeof(IStore<string[]>)) { Key = "main" },
            new("Recorder", typeof(Recorder)),
        ];
    }

    public sealed class Recorder;

    public sealed class CircleA : INode
    {
        public static string Name => "A";

        public static IReadOnlyList<Link> Links => [Link.To<CircleB>()];
    }

    public sealed class CircleB : INode
    {
        public static string Name => "B";

        public static IReadOnlyList<Link> Links => [Link.To<CircleC>()];
    }

    public sealed class CircleC : INode
    {
        public static string Name => "C";

        public static IReadOnlyList<Link> Links => [Link.To<CircleB>()];
    }

    public sealed class Twins : INode
    {
        public static string Name => "Twins";

        public static IReadOnlyList<Link> Links => [Link.To<TwinOne>(), Link.To<TwinTwo>()];
    }

    public sealed class TwinOne : INode
    {
        public static string Name => "Twin";
    }

    public sealed class TwinTwo : INode
    {
        public static string Name => "Twin";
    }

    public sealed class Distant : INode
    {
        public static string Name => "Distant";

        public static IReadOnlyList<Link> Links => [Link.To<Diamond.Bottom>(url: "https://elsewhere")];
    }
}
