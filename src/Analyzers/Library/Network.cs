namespace Pipeline.Analyzers.Library;

/// <summary>HTTP and sockets.</summary>
internal static class Network
{
    private const string Docs = "https://learn.microsoft.com/dotnet/api/system.net.";

    public static readonly LibraryEntry[] Entries =
    [
        new("System.Net.Http.HttpClient", Docs + "http.httpclient")
        {
            Traits = LibraryTraits.Concurrent,
            Reads = "GetAsync GetStringAsync GetByteArrayAsync BaseAddress Timeout DefaultRequestVersion MaxResponseContentBufferSize",
            Writes = "PostAsync PutAsync PatchAsync DeleteAsync",
            Fresh = "GetByteArrayAsync GetAsync new",
            Changes = "set:BaseAddress set:Timeout CancelPendingRequests Dispose set:DefaultRequestVersion",
            Parts = "DefaultRequestHeaders",
        },
        new("System.Net.Http.Json.HttpClientJsonExtensions", Docs + "http.json.httpclientjsonextensions")
        {
            Reads = "GetFromJsonAsync",
            Fresh = "GetFromJsonAsync",
            Writes = "PostAsJsonAsync PutAsJsonAsync PatchAsJsonAsync DeleteFromJsonAsync",
        },
        new("System.Net.Http.IHttpClientFactory System.Net.Http.HttpClientFactoryExtensions",
            Docs + "http.ihttpclientfactory") { Traits = LibraryTraits.Concurrent, Fresh = "CreateClient" },
        new("System.Net.Http.HttpResponseMessage", Docs + "http.httpresponsemessage")
        {
            Traits = LibraryTraits.Plain,
            Pure = "EnsureSuccessStatusCode ToString",
            Parts = "Content Headers RequestMessage TrailingHeaders",
            Views = "EnsureSuccessStatusCode",
            Moves = "Dispose",
        },
        new("System.Net.Http.HttpContent System.Net.Http.Json.HttpContentJsonExtensions", Docs + "http.httpcontent")
        {
            Pure = "Headers",
            Moves = "ReadAsStringAsync ReadAsByteArrayAsync ReadFromJsonAsync LoadIntoBufferAsync Dispose",
            Fresh = "ReadAsByteArrayAsync ReadFromJsonAsync",
            Traits = LibraryTraits.OneAtATime,
        },
        new("System.Net.Http.Headers.HttpHeaders System.Net.Http.Headers.HttpRequestHeaders System.Net.Http.Headers.HttpResponseHeaders System.Net.Http.Headers.HttpContentHeaders", Docs + "http.headers.httpheaders")
        {
            Traits = LibraryTraits.Plain | LibraryTraits.Settable,
            Pure = "GetValues TryGetValues Contains ToString",
            Changes = "Add Remove Clear TryAddWithoutValidation",
        },
        new(
            """
            System.Net.Sockets.Socket System.Net.Sockets.TcpClient System.Net.Sockets.UdpClient System.Net.Sockets.TcpListener
            System.Net.WebSockets.WebSocket System.Net.WebSockets.ClientWebSocket System.Net.HttpListener System.Net.Mail.SmtpClient
            System.IO.Ports.SerialPort
            """,
            Docs + "sockets.socket") { Traits = LibraryTraits.OneAtATime, Writes = "*" },
    ];
}
