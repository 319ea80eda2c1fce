using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

internal static partial class ProxyEmitter
{
    /// <summary>The member behind the async view: by default the sync member, run on the pool.</summary>
    private static void EmitAsync(SourceWriter writer, ApiModel api) =>
        ApiMember.Write(writer, api, ResultTypes.IsStream(api) ? DefaultStream(api) : DefaultTask(api));

    private static string DefaultTask(ApiModel api)
    {
        var call = new CapturedCall("this", "Self", api.Parameters);
        string arguments = ParameterList.Join(api.Parameters.Select(call.Argument));
        return
            $"""
            protected virtual {ResultTypes.OnAsyncView(api)} {api.AsyncName}({ParameterList.WithRequiredToken(api)}) =>
                {RuntimeNames.ProxyCall}.Run(this, {call.State}, static {CapturedCall.Lambda} => {call.Receiver}.{api.Name}({arguments}), {ParameterList.TokenName(api)});
            """;
    }

    private static string DefaultStream(ApiModel api)
    {
        var call = new CapturedCall("this", "Self", api.DataParameters);
        string arguments = ParameterList.Join(api.Parameters.Select(call.StreamArgument));
        return
            $"""
            protected virtual {ResultTypes.OnAsyncView(api)} {api.AsyncName}({ParameterList.WithRequiredToken(api)}) =>
                {RuntimeNames.ProxyCall}.Stream(this, {call.State}, static {CapturedCall.StreamLambda} => {call.Receiver}.{api.Name}({arguments}), {ParameterList.TokenName(api)});
            """;
    }
}
