using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Pipeline.Remote.Web;

namespace Pipeline.AspNetCore.Answers;

/// <summary>How the items of a stream follow each other in the body of an answer.</summary>
internal enum StreamFormat
{
    /// <summary>
    /// As BentoML has it: text as it is and other items as JSON, each in a chunk of its own; for whoever asks for nothing else.
    /// </summary>
    Raw,

    /// <summary>One JSON value a line.</summary>
    Lines,

    /// <summary>Server-sent events, as a browser's EventSource reads them.</summary>
    Events,
}

/// <summary>Chooses the format.</summary>
internal static class StreamFormats
{
    /// <summary>What the Accept header likes best; of what it names, for a wildcard names nothing.</summary>
    public static StreamFormat For(HttpRequest request)
    {
        var chosen = StreamFormat.Raw;
        double best = 0;
        foreach (string? header in request.Headers.Accept)
        {
            foreach (string text in header?.Split(',') ?? [])
            {
                if (!MediaTypeWithQualityHeaderValue.TryParse(text, out var type) || FormatOf(type.MediaType) is not { } format)
                    continue;
                if ((type.Quality ?? 1) is var quality && quality > best)
                    (chosen, best) = (format, quality);
            }
        }

        return chosen;
    }

    private static StreamFormat? FormatOf(string? media) => media switch
    {
        WebNames.Lines => StreamFormat.Lines,
        WebNames.Events => StreamFormat.Events,
        _ => null,
    };
}
