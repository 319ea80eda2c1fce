using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

internal static partial class ProxyEmitter
{
    private static void EmitSync(SourceWriter writer, ApiModel api) => ApiMember.Write(
        writer,
        api,
        string.Concat(api.ResultAttributes.Select(static attribute => attribute + "\n"))
            + $"public abstract {ResultTypes.OnSyncView(api)} {api.Name}({ParameterList.AsDeclared(api)});");
}
