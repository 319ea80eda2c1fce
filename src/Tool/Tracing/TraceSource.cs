using System.Net;

namespace Pipeline.Tool.Tracing;

/// <summary>Where spans come from: a file, or an application that serves the dashboard.</summary>
internal static class TraceSource
{
    private const string StandardInput = "(standard input)";
    private const string Part = "traces";

    /// <summary>Gives <c>-</c>, which a command line takes for an option without a name, the name of standard input.</summary>
    public static IEnumerable<string> Name(IEnumerable<string> arguments) =>
        arguments.Select(static argument => argument == "-" ? StandardInput : argument);

    /// <exception cref="InvalidDataException">There is nothing to read; the message says why, and what to do.</exception>
    public static async Task<string> ReadAsync(string source, HttpClient http, CancellationToken cancellationToken)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return await DownloadAsync(address, http, cancellationToken);
        if (source == StandardInput)
            return await Console.In.ReadToEndAsync(cancellationToken);
        if (!File.Exists(source))
        {
            throw new InvalidDataException(
                $"There is no file '{source}'. Name a file of OTLP JSON, or the address of a dashboard: http://localhost:5000/pipeline.");
        }

        try
        {
            return await File.ReadAllTextAsync(source, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"'{source}' cannot be read: {exception.Message}", exception);
        }
    }

    private static async Task<string> DownloadAsync(Uri address, HttpClient http, CancellationToken cancellationToken)
    {
        // The page itself is asked for what it shows; a file on a server is what it is.
        string path = address.AbsolutePath;
        var asked = path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith($"/{Part}", StringComparison.Ordinal)
            ? address
            : new UriBuilder(address) { Path = $"{(path == "/" ? "/pipeline" : path.TrimEnd('/'))}/{Part}", Query = "" }.Uri;
        try
        {
            using var answer = await http.GetAsync(asked, cancellationToken);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => await answer.Content.ReadAsStringAsync(cancellationToken),
                HttpStatusCode.NotFound => throw new InvalidDataException(
                    $"{asked} is not there. Does the application call MapPipelineDashboard(), and is the address this machine's own? "
                    + "The page answers others only where that is configured."),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new InvalidDataException(
                    $"{asked} is only for those who have signed in ({(int)answer.StatusCode}). "
                    + "Download it with your browser, and name the file."),
                var status => throw new InvalidDataException($"{asked} answered with {(int)status} {status}."),
            };
        }
        catch (HttpRequestException exception)
        {
            throw new InvalidDataException($"{asked} cannot be reached: {exception.Message}", exception);
        }
        catch (TaskCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidDataException($"{asked} did not answer in time.", exception);
        }
    }
}
