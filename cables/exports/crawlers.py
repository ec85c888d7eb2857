"""The agents that read for language models, by what they read for.

The names are those that their operators document for robots.txt, as of November 2026.
Google-Extended and Applebot-Extended never come by themselves: they say what may become of what
Googlebot and Applebot read.
"""

from typing import Final

AI_AGENTS: Final = {
    "AI: what is read to train models": (
        "AI2Bot",
        "Amazonbot",
        "Applebot-Extended",
        "Bytespider",
        "CCBot",
        "ClaudeBot",
        "cohere-training-data-crawler",
        "DeepSeekBot",
        "Diffbot",
        "GPTBot",
        "Google-CloudVertexBot",
        "Google-Extended",
        "meta-externalagent",
        "omgili",
        "PanguBot",
    ),
    "AI: what is read so that answers can find and cite it": (
        "Amzn-SearchBot",
        "AzureAI-SearchBot",
        "Claude-SearchBot",
        "OAI-SearchBot",
        "PerplexityBot",
    ),
    "AI: what is fetched because somebody asks for it; some of these heed no robots.txt": (
        "Amzn-User",
        "ChatGPT-User",
        "Claude-User",
        "DuckAssistBot",
        "meta-externalfetcher",
        "MistralAI-User",
        "Perplexity-User",
    ),
}
