using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

internal static partial class ProxyEmitter
{
    private static void EmitSync(SourceWriter writer, ApiModel api)
    {
        EmitDocumentation(writer, api);
        writer.Write($"public abstract {ResultTypes.OnSyncView(api)} {api.Name}({ParameterList.AsDeclared(api)});");
    }
}
