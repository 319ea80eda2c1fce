using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes <c>X.Proxy</c>.</summary>
internal static class ProxyEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service, EndpointNames endpoints)
    {
        string hiding = service.Hides.HasFlag(HiddenMembers.Proxy) ? "new " : "";
        writer.Separate();
        writer.Write(
            $"""
            /// <summary>Calls <see cref="{service.DocumentationId}"/>: what a dependent holds, and a test may subclass.</summary>
            {ServiceEmitter.GeneratedCode}
            """);
        using (writer.Block($"public {hiding}abstract class Proxy : {RuntimeNames.CompilerServices}.ServiceProxy"))
        {
            writer.Write(
                """
                /// <summary>For a proxy whose async view runs its sync members on the thread pool.</summary>
                protected Proxy() : this(new Async())
                {
                }

                /// <summary>For a proxy that takes the async side over.</summary>
                /// <param name="view">The view. The members it does not override run those of the first proxy it is passed to.</param>
                protected Proxy(Async view) : base(view) => ToAsync = view;

                /// <summary>The same APIs, as tasks and async streams.</summary>
                public Async ToAsync { get; }
                """);
            foreach (var api in service.Apis)
                ApiMember.Write(writer, api, Member(api));
            AsyncViewEmitter.Emit(writer, service, endpoints);
        }
    }

    private static string Member(ApiModel api) =>
        string.Concat(api.ResultAttributes.Select(static attribute => attribute + "\n"))
        + $"public abstract {ResultTypes.OnSyncView(api)} {api.Name}({ParameterList.AsDeclared(api)});";
}
