namespace Pipeline.Conformance.Tests.Services;

/// <summary>One service in the versions that two sides may have.</summary>
public static partial class Versions
{
    [Service(Name = "Shop")]
    public sealed partial class Served
    {
        [Api]
        public string Order(string article, int count, string note = "none") => $"{count} {article}, {note}";

        [Api]
        public string Deliver(string from, string to) => $"{from} > {to}";

        [Api]
        public long Twice(long number) => number * 2;

        [Api(Name = "Renamed")]
        public int NewName(int number) => number;
    }

    [Service(Name = "Shop")]
    public sealed partial class Older
    {
        [Api]
        public Task<string> OrderAsync(string article, int count) => throw new NotSupportedException();

        [Api]
        public string Deliver(string to, string from) => throw new NotSupportedException();

        [Api]
        public long Twice(int number) => throw new NotSupportedException();

        [Api(Name = "Renamed")]
        public int OldName(int number) => throw new NotSupportedException();
    }

    [Service(Name = "Shop")]
    public sealed partial class Newer
    {
        [Api]
        public string Order(string article, int count, string note = "none", int gifts = 0) => throw new NotSupportedException();

        [Api]
        public string Deliver(string from, string to, string carrier) => throw new NotSupportedException();

        [Api]
        public long Twice(string number) => throw new NotSupportedException();

        [Api]
        public int Added() => throw new NotSupportedException();
    }
}
