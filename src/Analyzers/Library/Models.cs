namespace Pipeline.Analyzers.Library;

/// <summary>Libraries that run models.</summary>
internal static class Models
{
    private const string Onnx = "https://onnxruntime.ai/docs/api/csharp/api/Microsoft.ML.OnnxRuntime.InferenceSession.html";
    private const string ML = "https://learn.microsoft.com/dotnet/api/microsoft.ml.";
    private const string AI = "https://learn.microsoft.com/dotnet/api/microsoft.extensions.ai.";
    private const string OpenAI = "https://github.com/openai/openai-dotnet#using-the-async-api";

    private const LibraryTraits Data = LibraryTraits.Container | LibraryTraits.Plain | LibraryTraits.Settable;

    public static readonly LibraryEntry[] Entries =
    [
        // Run is documented safe for concurrent use; what is bound by an IoBinding is written by it.
        new("Microsoft.ML.OnnxRuntime.InferenceSession", Onnx)
        {
            Traits = LibraryTraits.Plain | LibraryTraits.Concurrent,
            Pure = "Run RunAsync",
            Fresh = "Run RunAsync new",
            Not = "RunWithBinding RunWithBindingAndNames RunWithBoundResults CreateIoBinding EndProfiling",
        },
        new("Microsoft.ML.OnnxRuntime.NamedOnnxValue Microsoft.ML.OnnxRuntime.DisposableNamedOnnxValue Microsoft.ML.OnnxRuntime.FixedBufferOnnxValue", Onnx)
        {
            Traits = LibraryTraits.Plain | LibraryTraits.View,
            Pure = "AsEnumerable AsTensor AsDictionary CreateFromTensor CreateFromMemory ToString",
            Views = "CreateFromTensor CreateFromMemory AsTensor AsEnumerable AsDictionary Value",
            Moves = "Dispose",
        },
        new("Microsoft.ML.OnnxRuntime.OrtValue", Onnx)
        {
            Traits = LibraryTraits.Plain,
            Pure = "GetTensorTypeAndShape GetTensorDataAsSpan GetStringTensorAsArray IsTensor",
            Fresh = "CreateAllocatedTensorValue CreateFromStringTensor GetStringTensorAsArray",
            Views = "CreateTensorValueFromMemory GetTensorDataAsSpan GetTensorMutableDataAsSpan",
            Moves = "Dispose",
        },
        new("Microsoft.ML.OnnxRuntime.RunOptions Microsoft.ML.OnnxRuntime.OrtMemoryInfo Microsoft.ML.OnnxRuntime.OrtTensorTypeAndShapeInfo", Onnx)
        {
            Traits = LibraryTraits.Plain | LibraryTraits.Settable,
            Fresh = "new",
            Moves = "Dispose",
        },
        new("Microsoft.ML.OnnxRuntime.IDisposableReadOnlyCollection`1 Microsoft.ML.OnnxRuntime.NodeMetadata", Onnx) { Traits = Data,
            Moves = "Dispose" },
        new("Microsoft.ML.OnnxRuntime.Tensors.DenseTensor`1 Microsoft.ML.OnnxRuntime.Tensors.Tensor`1 Microsoft.ML.OnnxRuntime.Tensors.ArrayTensorExtensions", Onnx)
        {
            Traits = Data | LibraryTraits.View,
            Pure = "GetValue Contains IndexOf Clone GetArrayString GetEnumerator ToTensor",
            Changes = "SetValue Fill set:Item",
            Fresh = "Clone new(Int32[]) new(ReadOnlySpan) CloneEmpty ToTensor ToDenseTensor",
            Views = "Buffer Reshape",
        },
        new("Microsoft.ML.ITransformer", ML + "itransformer.transform") { Pure = "Transform GetOutputSchema IsRowToRowMapper",
            Fresh = "Transform" },
        new("Microsoft.ML.PredictionEngineBase`2 Microsoft.ML.PredictionEngine`2", ML + "predictionengine-2")
        {
            Traits = LibraryTraits.OneAtATime,
            Pure = "OutputSchema",
            Moves = "Predict Dispose",
            Fresh = "Predict",
        },
        new("Microsoft.Extensions.ML.PredictionEnginePool`2 Microsoft.Extensions.ML.PredictionEnginePoolExtensions",
            ML + "extensions.ml.predictionenginepool-2") { Pure = "Predict", Fresh = "Predict" },
        new("Microsoft.ML.MLContext", ML + "mlcontext") { Traits = LibraryTraits.Plain, Fresh = "new" },
        new("Microsoft.ML.ModelOperationsCatalog", ML + "modeloperationscatalog") { Fresh = "CreatePredictionEngine" },
        new("Microsoft.ML.DataOperationsCatalog", ML + "dataoperationscatalog") { Pure = "LoadFromEnumerable CreateEnumerable",
            Fresh = "LoadFromEnumerable CreateEnumerable" },
        new("Microsoft.ML.IDataView Microsoft.ML.DataViewSchema Microsoft.ML.DataViewSchema+Column Microsoft.ML.Data.ColumnCursorExtensions", ML + "idataview")
        {
            Traits = LibraryTraits.Plain | LibraryTraits.Container,
            Pure = "GetColumn GetColumnOrNull GetRowCount",
            Fresh = "GetColumn",
        },
        new("Microsoft.ML.Data.SchemaDefinition Microsoft.ML.Data.SchemaDefinition+Column",
            ML + "data.schemadefinition") { Traits = Data, Fresh = "Create new", Changes = "Add Remove" },
        new("Microsoft.ML.Data.VectorDataViewType Microsoft.ML.Data.NumberDataViewType Microsoft.ML.Data.TextDataViewType Microsoft.ML.Data.DataViewType", ML + "data.dataviewtype") { Traits = LibraryTraits.Immutable | LibraryTraits.Plain },
        new("Microsoft.ML.Data.VBuffer`1", ML + "data.vbuffer-1") { Traits = LibraryTraits.Plain,
            Pure = "GetValues GetIndices DenseValues GetItemOrDefault Items", Fresh = "DenseValues" },
        new(
            """
            Microsoft.ML.Tokenizers.Tokenizer Microsoft.ML.Tokenizers.TiktokenTokenizer Microsoft.ML.Tokenizers.BpeTokenizer
            Microsoft.ML.Tokenizers.BertTokenizer Microsoft.ML.Tokenizers.WordPieceTokenizer Microsoft.ML.Tokenizers.SentencePieceTokenizer
            Microsoft.ML.Tokenizers.LlamaTokenizer Microsoft.ML.Tokenizers.CodeGenTokenizer Microsoft.ML.Tokenizers.Phi2Tokenizer
            Microsoft.ML.Tokenizers.EnglishRobertaTokenizer
            """,
            ML + "tokenizers.tokenizer")
        {
            Traits = LibraryTraits.Plain,
            Pure =
                "EncodeToIds EncodeToTokens CountTokens Decode GetIndexByTokenCount GetIndexByTokenCountFromEnd " +
                "BuildInputsWithSpecialTokens CreateTokenTypeIdsFromSequences GetSpecialTokensMask",
            Fresh = "EncodeToIds EncodeToTokens BuildInputsWithSpecialTokens CreateTokenTypeIdsFromSequences",
        },
        new("Microsoft.ML.Tokenizers.EncodedToken",
            ML + "tokenizers.encodedtoken") { Traits = LibraryTraits.Immutable | LibraryTraits.Plain },
        new("System.Numerics.Tensors.Tensor System.Numerics.Tensors.Tensor`1 System.Numerics.Tensors.TensorSpan`1 System.Numerics.Tensors.ReadOnlyTensorSpan`1", "https://learn.microsoft.com/dotnet/api/system.numerics.tensors.tensor")
        {
            Traits = Data | LibraryTraits.View,
            Pure = "*",
            Changes = "set:Item Fill Clear SetSlice FillGaussianNormalDistribution FillUniformDistribution ReverseDimension",
            Views = "AsTensorSpan AsReadOnlyTensorSpan Slice Reshape Squeeze Unsqueeze",
            Not =
                "GetPinnableReference ReverseDimension Resize ResizeTo SetSlice StackAlongDimension " +
                "ConcatenateOnDimension",
        },
        new("Microsoft.Extensions.AI.IChatClient Microsoft.Extensions.AI.ChatClientExtensions",
            AI + "ichatclient") { Traits = LibraryTraits.Concurrent, Reads = "GetResponseAsync", Fresh = "GetResponseAsync" },
        new("Microsoft.Extensions.AI.IEmbeddingGenerator`2 Microsoft.Extensions.AI.EmbeddingGeneratorExtensions",
            AI + "iembeddinggenerator-2")
        {
            Traits = LibraryTraits.Concurrent,
            Reads = "GenerateAsync GenerateVectorAsync GenerateAndZipAsync",
            Fresh = "GenerateAsync GenerateVectorAsync GenerateAndZipAsync",
        },
        new(
            """
            Microsoft.Extensions.AI.ChatResponse Microsoft.Extensions.AI.ChatResponse`1 Microsoft.Extensions.AI.ChatMessage
            Microsoft.Extensions.AI.ChatOptions Microsoft.Extensions.AI.AIContent Microsoft.Extensions.AI.TextContent Microsoft.Extensions.AI.DataContent
            Microsoft.Extensions.AI.Embedding Microsoft.Extensions.AI.Embedding`1 Microsoft.Extensions.AI.GeneratedEmbeddings`1
            Microsoft.Extensions.AI.EmbeddingGenerationOptions Microsoft.Extensions.AI.UsageDetails Microsoft.Extensions.AI.ChatRole
            Microsoft.Extensions.AI.ChatFinishReason Microsoft.Extensions.AI.ChatResponseFormat
            """,
            AI + "chatresponse") { Traits = Data, Pure = "ToString TryGetResult Equals Contains IndexOf GetEnumerator", Fresh = "new",
            Changes = "Add" },
        new("OpenAI.Chat.ChatClient", OpenAI)
        {
            Traits = LibraryTraits.Concurrent,
            Reads = "CompleteChat CompleteChatAsync",
            Fresh = "CompleteChat CompleteChatAsync",
        },
        new("OpenAI.Embeddings.EmbeddingClient", OpenAI)
        {
            Traits = LibraryTraits.Concurrent,
            Reads = "GenerateEmbedding GenerateEmbeddingAsync GenerateEmbeddings GenerateEmbeddingsAsync",
            Fresh = "GenerateEmbedding GenerateEmbeddingAsync GenerateEmbeddings GenerateEmbeddingsAsync",
        },
        new("OpenAI.Moderations.ModerationClient", OpenAI)
        {
            Traits = LibraryTraits.Concurrent,
            Reads = "ClassifyText ClassifyTextAsync",
            Fresh = "ClassifyText ClassifyTextAsync",
        },
        new(
            """
            OpenAI.Chat.ChatCompletion OpenAI.Chat.ChatMessage OpenAI.Chat.SystemChatMessage OpenAI.Chat.UserChatMessage OpenAI.Chat.AssistantChatMessage
            OpenAI.Chat.ChatMessageContent OpenAI.Chat.ChatMessageContentPart OpenAI.Chat.ChatCompletionOptions OpenAI.Chat.ChatTokenUsage
            OpenAI.Embeddings.OpenAIEmbedding OpenAI.Embeddings.OpenAIEmbeddingCollection OpenAI.Embeddings.EmbeddingGenerationOptions
            OpenAI.Moderations.ModerationResult System.ClientModel.ClientResult`1 System.ClientModel.ClientResult
            """,
            OpenAI) { Traits = Data,
            Pure = "ToFloats ToString op_Implicit CreateTextPart CreateSystemMessage CreateUserMessage CreateAssistantMessage",
            Fresh = "new ToFloats CreateTextPart CreateSystemMessage CreateUserMessage CreateAssistantMessage" },
    ];
}
