using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

internal static partial class ProxyEmitter
{
    /// <summary>The member behind the async view: by default the sync member, run on the pool.</summary>
    private static void EmitAsync(SourceWriter writer, ApiModel api)
    {
        EmitDocumentation(writer, api);
        string token = ParameterList.TokenName(api);
        if (ResultTypes.IsStream(api))
        {
            var call = new CapturedCall("this", "Self", api.DataParameters);
            string arguments = ParameterList.Join(api.Parameters.Select(parameter =>
                parameter.IsToken ? "token" : call.Argument(parameter)));
            writer.Write(
                $"""
                protected virtual {ResultTypes.OnAsyncView(api)} {api.AsyncName}({ParameterList.WithRequiredToken(api)}) =>
                    global::Pipeline.Generated.ProxyCall.Stream(this, {call.State}, static ({CapturedCall.Lambda}, token) => {call.Receiver}.{api.Name}({arguments}), {token});
                """);
        }
        else
        {
            var call = new CapturedCall("this", "Self", api.Parameters);
            string arguments = ParameterList.Join(api.Parameters.Select(call.Argument));
            writer.Write(
                $"""
                protected virtual {ResultTypes.OnAsyncView(api)} {api.AsyncName}({ParameterList.WithRequiredToken(api)}) =>
                    global::Pipeline.Generated.ProxyCall.Run(this, {call.State}, static {CapturedCall.Lambda} => {call.Receiver}.{api.Name}({arguments}), {token});
                """);
        }
    }
}
