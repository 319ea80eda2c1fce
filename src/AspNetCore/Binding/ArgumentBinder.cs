using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Pipeline.AspNetCore.Problems;
using Pipeline.Remote.Web;

namespace Pipeline.AspNetCore.Binding;

/// <summary>Reads the arguments of an API from a request, whichever way they come.</summary>
internal sealed partial class ArgumentBinder<TArgs>(string api, Argument<TArgs>[] arguments, bool ignoresUnknown, int maxDepth)
    where TArgs : struct
{
    private readonly string _names = string.Join(", ", arguments.Select(static argument => argument.Name));

    /// <summary>The arguments, in the order of the parameters.</summary>
    public IReadOnlyList<Argument<TArgs>> Arguments => arguments;

    /// <summary>The arguments of a call.</summary>
    /// <exception cref="RequestRefusedException">Lists everything that is wrong.</exception>
    /// <exception cref="BadHttpRequestException">The body is too large, too slow, or not HTTP.</exception>
    public async ValueTask<TArgs> BindAsync(HttpContext http, CallRequest call, CancellationToken cancellationToken)
    {
        var binding = new ArgumentBinding<TArgs>(arguments);
        var request = http.Request;
        switch (MediaTypeOf(request))
        {
            case WebNames.Json or "":
                await ReadJsonAsync(request.BodyReader, binding, cancellationToken).ConfigureAwait(false);
                break;
            case WebNames.Form or "application/x-www-form-urlencoded":
                await ReadFormAsync(request, call, binding, cancellationToken).ConfigureAwait(false);
                break;
            case WebNames.Lines when FindOnly(static argument => argument.Parameter.IsStream) is >= 0 and var index:
                ReadQuery(request, binding);
                binding.Give(index);
                arguments[index].SetItems(call.Items = new(request.Body, http.RequestAborted), ref binding.Args);
                break;
            case WebNames.Text when FindOnly(static argument => argument.Parameter.Type == typeof(string)) is >= 0 and var index:
                ReadQuery(request, binding);
                await ReadTextAsync(request, index, binding, cancellationToken).ConfigureAwait(false);
                break;
            case WebNames.Bytes when FindOnly(static argument => argument.IsFile) is >= 0 and var index:
                ReadQuery(request, binding);
                await ReadBytesAsync(request, index, binding, cancellationToken).ConfigureAwait(false);
                break;
            case var other:
                throw new RequestRefusedException(
                    StatusCodes.Status415UnsupportedMediaType, $"{api} does not take {other}; it takes {Accepted()}.");
        }

        return binding.Complete(api, http.RequestServices);
    }

    /// <summary>The media types that <see cref="BindAsync"/> takes.</summary>
    public string Accepted()
    {
        var types = new List<string> { WebNames.Json, WebNames.Form };
        if (FindOnly(static argument => argument.Parameter.IsStream) >= 0)
            types.Add(WebNames.Lines);
        if (FindOnly(static argument => argument.Parameter.Type == typeof(string)) >= 0)
            types.Add(WebNames.Text);
        if (FindOnly(static argument => argument.IsFile) >= 0)
            types.Add(WebNames.Bytes);
        return string.Join(", ", types);
    }

    private static string MediaTypeOf(HttpRequest request)
    {
        if (request.ContentType is not { Length: > 0 } text || text is WebNames.Json)
            return request.ContentType ?? "";
        if (!MediaTypeHeaderValue.TryParse(text, out var type) || type.MediaType is not { } media)
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "The Content-Type header is no media type.");
        if (type.CharSet is { Length: > 0 } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "Only UTF-8 is read.");

        string lower = media.ToLowerInvariant();
        return lower.EndsWith("+json", StringComparison.Ordinal) ? WebNames.Json : lower;
    }

    /// <summary>The one argument that the body can be; -1 if there is none, or more than one.</summary>
    private int FindOnly(Predicate<Argument<TArgs>> fits)
    {
        int index = Array.FindIndex(arguments, fits);
        return index == Array.FindLastIndex(arguments, fits) ? index : -1;
    }
}
