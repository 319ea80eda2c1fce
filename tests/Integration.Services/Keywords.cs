namespace Pipeline.Integration.Services.@namespace.@class
{
    /// <summary>A service that is named like a keyword, like all it has.</summary>
    [Service]
    public partial class @event
    {
        /// <summary>The sum.</summary>
        [Api]
        public int @int(int @class, int @await, int @field = 1) => @class + @await + @field;

        /// <summary>All names that generated code uses itself.</summary>
        [Api]
        public Task<string> @returnAsync(int call, int Self, int service, int exception, int cancellationToken, int Item1, int Rest, int _) =>
            Task.FromResult($"{call}{Self}{service}{exception}{cancellationToken}{Item1}{Rest}{_}");
    }
}

namespace Pipeline.Integration.Services.Twins
{
    /// <summary>The second service of this simple name.</summary>
    [Service(Name = "Calculator of twins")]
    public partial class Calculator
    {
        /// <summary>Says which one it is.</summary>
        [Api]
        public string Who() => "twin";
    }
}
