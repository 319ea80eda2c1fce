using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes <c>X.Proxy</c>.</summary>
internal static partial class ProxyEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        string hiding = service.Hides.HasFlag(HiddenMembers.Proxy) ? "new " : "";
        writer.Separate();
        writer.Write(
            $"""
            /// <summary>Calls <see cref="{service.DocumentationId}"/>: what a dependent holds, and a test may subclass.</summary>
            {ServiceEmitter.GeneratedCode}
            """);
        using (writer.Block($"public {hiding}abstract class Proxy : global::Pipeline.CompilerServices.ServiceProxy"))
        {
            writer.Write(
                """
                /// <summary>For proxies of this process and for fakes.</summary>
                protected Proxy() => ToAsync = new Async(this);

                /// <summary>The same APIs, as tasks and async streams.</summary>
                public Async ToAsync { get; private protected init; }
                """);
            foreach (var api in service.Apis)
            {
                EmitSync(writer, api);
                EmitAsync(writer, api);
            }

            AsyncViewEmitter.Emit(writer, service);
        }
    }
}
